using Command.People;
using Command.Tipoffs;

namespace Command.Boards.Reviews;

/// <summary>The single tip-offs of a review's days, without words, for those who may see records.</summary>
public sealed class ReviewAnnex(TipoffListQuery list)
{
    public async Task<IReadOnlyList<TipoffLine>> ReadAsync(Asker asker, string unitKey, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var lines = new List<TipoffLine>();
        for (var page = 1; ; page++)
        {
            var read = await list.ReadAsync(new TipoffFilter { UnitKey = unitKey, Show = TipoffShow.All, From = from, To = to, Page = page }, asker, cancellation);
            lines.AddRange(read.Lines);
            if (read.Lines.Count == 0 || lines.Count >= read.Total)
                return lines;
        }
    }
}
