using Command.Comparable;

namespace Command.Reviews;

/// <summary>What reviews need of the host.</summary>
public static class ReviewRegistration
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services
        .AddSingleton<ComparableFigures>()
        .AddSingleton<FigurePieces>()
        .AddSingleton<EvidenceQuery>()
        .AddSingleton<ReviewFiguresQuery>()
        .AddSingleton<ReviewQuery>()
        .AddSingleton<ReviewDesk>();
}
