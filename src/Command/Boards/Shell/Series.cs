namespace Command.Boards.Shell;

/// <summary>A list that equals another when all their items do.</summary>
public readonly struct Series<T>(IReadOnlyList<T>? items) : IEquatable<Series<T>>
{
    private readonly IReadOnlyList<T>? items = items;

    public bool Equals(Series<T> other) =>
        ReferenceEquals(items, other.items) || (items is not null && other.items is not null && items.SequenceEqual(other.items));

    public override bool Equals(object? obj) => obj is Series<T> other && Equals(other);

    public override int GetHashCode() => items?.Count ?? 0;

    public static bool operator ==(Series<T> left, Series<T> right) => left.Equals(right);

    public static bool operator !=(Series<T> left, Series<T> right) => !left.Equals(right);
}
