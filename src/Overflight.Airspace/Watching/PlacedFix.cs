using Overflight.Airspace.Nearest;
using Overflight.Airspace.Verdicts;
using Overflight.Tracks;
using Overflight.Tracks.Live;

namespace Overflight.Airspace.Watching;

/// <summary>A kept fix with its place in space.</summary>
internal readonly struct PlacedFix(in KeptFix kept)
{
    public readonly Fix Fix = kept.Fix;
    public readonly double Metres95 = kept.Radius.Metres95;
    public readonly double BoundMetres = kept.Radius.BoundMetres;
    public readonly bool IsRadiusStated = kept.Radius.IsStated;
    public readonly SurfacePoint Point = SurfacePoint.From(kept.Fix.Position);

    /// <summary>The leg from an earlier fix at a speed bound.</summary>
    public Leg LegFrom(in PlacedFix earlier, double metresPerSecond) => Leg.Between(
        earlier.Fix.Position, Fix.Position, earlier.Point, Point,
        metresPerSecond * Fix.Time.SecondsSince(earlier.Fix.Time) + earlier.BoundMetres + BoundMetres);
}
