namespace Overflight.Archive;

/// <summary>A closed box of latitude and longitude in units of 1e-7 degrees; west is never greater than east.</summary>
internal readonly record struct UnitBox(int South, int West, int North, int East)
{
    /// <summary>A box that holds nothing, to be grown.</summary>
    public static UnitBox Empty { get; } = new(int.MaxValue, int.MaxValue, int.MinValue, int.MinValue);

    public UnitBox With(int latitude, int longitude) =>
        new(Math.Min(South, latitude), Math.Min(West, longitude), Math.Max(North, latitude), Math.Max(East, longitude));

    public UnitBox With(UnitBox other) => new(
        Math.Min(South, other.South), Math.Min(West, other.West), Math.Max(North, other.North), Math.Max(East, other.East));
}
