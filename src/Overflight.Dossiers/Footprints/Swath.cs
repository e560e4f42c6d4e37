using Overflight.Tracks;

namespace Overflight.Dossiers.Footprints;

/// <summary>All ground that the pictures of a time showed, taken together. What lay between two pictures is not claimed.</summary>
/// <param name="Start">Of the first picture with a time; null where none has one.</param>
/// <param name="End">Of the last one.</param>
/// <param name="Frames">The pictures with a footprint.</param>
/// <param name="Areas">The ground.</param>
public sealed record Swath(UtcInstant? Start, UtcInstant? End, int Frames, IReadOnlyList<SwathArea> Areas)
{
    /// <summary>Area, square metres.</summary>
    public double SquareMetres => Areas.Sum(a => a.SquareMetres);
}
