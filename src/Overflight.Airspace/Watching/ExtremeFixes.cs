using Overflight.Airspace.Verdicts;

namespace Overflight.Airspace.Watching;

/// <summary>
/// The fix deepest inside and the one nearest outside, to half a percent or 20 m: the history of a flight need not hold them, but its verdict
/// tells them.
/// </summary>
internal sealed class ExtremeFixes
{
    private const double Indifference = 0.005;
    private const double LeastIndifferenceMetres = 20;
    private double _deepest;
    private double _closest = double.PositiveInfinity;
    private PlacedFix? _deepestFix;
    private PlacedFix? _closestFix;

    /// <summary>Both, as far as there are any.</summary>
    public IEnumerable<PlacedFix> Fixes => new[] { _deepestFix, _closestFix }.OfType<PlacedFix>();

    public void Clear()
    {
        (_deepest, _closest) = (0, double.PositiveInfinity);
        (_deepestFix, _closestFix) = (null, null);
    }

    /// <summary>Measures the last fix only where the bounds say that it may be a new one.</summary>
    public void Take(RegionFollower follower, in PlacedFix last)
    {
        if (follower.Place == FixClass.Inside)
        {
            if (follower.GreatestClearanceAt(last) > _deepest * (1 + Indifference) + LeastIndifferenceMetres && follower.ClearanceAt(last) is var depth && depth > _deepest)
                (_deepest, _deepestFix) = (depth, last);
        }
        else if (follower.LeastClearanceAt(last) < _closest * (1 - Indifference) - LeastIndifferenceMetres && follower.ClearanceAt(last) is var distance && distance < _closest)
            (_closest, _closestFix) = (distance, last);
    }
}
