using Overflight.Airspace.Nearest;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Verdicts;

/// <summary>What the answer would be if the fixes set aside as out of reach or suspect were believed one by one.</summary>
internal static class SetAsideVerdict
{
    public static AirspaceVerdictKind? Of(PreparedFlight flight, AirspaceRegion region, AirspaceVerdictKind kept)
    {
        AirspaceVerdictKind? worst = null;
        foreach (var fix in flight.SetAside)
        {
            if (fix.Reason is not (RejectionReason.OutOfReach or RejectionReason.Suspect))
                continue;
            worst = Max(worst ?? kept, kept);
            if (worst == AirspaceVerdictKind.Entered)
                return worst;
            var place = flight.Track.PositionAt(fix.Index);
            var point = SurfacePoint.From(place);
            var near = region.Tree.NearestWidened(point, fix.Radius.BoundMetres).Slot >= 0;
            worst = Max(worst.Value, near ? AirspaceVerdictKind.CannotBeRuledOut : region.Contains(place) ? AirspaceVerdictKind.Entered : AirspaceVerdictKind.DidNotEnter);
        }
        return worst;
    }

    private static AirspaceVerdictKind Max(AirspaceVerdictKind a, AirspaceVerdictKind b) => a > b ? a : b;
}
