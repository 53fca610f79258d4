namespace Command.Reviews.Slides;

/// <summary>A place on a slide, in points from its top left.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    private const double EmuPerPoint = 12_700;

    public double Bottom => Y + Height;

    /// <summary>Office's unit of length.</summary>
    public static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);
}
