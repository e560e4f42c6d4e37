namespace Overflight.Archive.Querying;

/// <summary>
/// The fixes of one aircraft that match a query, without a silence of more than <see cref="SilenceSeconds"/> between two of them:
/// one flight's presence, as far as the matching fixes tell.
/// </summary>
/// <param name="First">The first: time, place, aircraft and provenance; nothing else of it is read.</param>
/// <param name="Last">The last, likewise.</param>
/// <param name="Fixes">How many.</param>
/// <param name="Inputs">The numbers of the inputs that they came from, ascending.</param>
public sealed record Passage(ArchivedFix First, ArchivedFix Last, long Fixes, IReadOnlyList<int> Inputs)
{
    /// <summary>A longer silence parts two passages, seconds.</summary>
    public const double SilenceSeconds = Tracks.Preparing.FlightSplitter.SilenceSeconds;
}
