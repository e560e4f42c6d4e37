using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Silence;

/// <summary>A silence of a flight.</summary>
/// <param name="Kind">Whether it is what one expects there.</param>
/// <param name="Start">The last fix before it.</param>
/// <param name="End">The first fix after it.</param>
/// <param name="Leg">The kept fix before it; the next one is after it.</param>
/// <param name="From">Where it began.</param>
/// <param name="To">Where it ended.</param>
/// <param name="OthersHeard">Share of the time of other aircraft on the straight way, within an hour, in which they were heard; NaN where there was none.</param>
/// <param name="OthersMinutes">How much time of others that rests on, minutes.</param>
/// <param name="Others">How many others, three standing for more.</param>
/// <param name="LineMetres">From the nearer end of the silence to the nearest border or limit of airspace, metres; NaN where the boundaries hold none.</param>
/// <param name="LineStates">Whose airspace that parts.</param>
/// <param name="AllowedMetres">The longest way it can have flown meanwhile, by the speed bound.</param>
/// <param name="AsideMetres">How far from the straight way it can have been.</param>
public readonly record struct GapFinding(
    GapKind Kind, UtcInstant Start, UtcInstant End, int Leg, GeoPoint From, GeoPoint To,
    double OthersHeard, double OthersMinutes, int Others, double LineMetres, IReadOnlyList<string> LineStates, double AllowedMetres, double AsideMetres)
{
    /// <summary>How long, seconds.</summary>
    public double Seconds => End.SecondsSince(Start);
}
