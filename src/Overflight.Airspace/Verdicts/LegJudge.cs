using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>Says what may have happened between two fixes that both lie on one side of the boundary.</summary>
internal static class LegJudge
{
    // Beyond this a reachable set wraps so far around the earth that it is no longer a disc.
    private const double MostMetresToForce = 15_000_000;

    /// <summary>Looks at a leg between two fixes that are both certainly inside or both certainly outside.</summary>
    /// <param name="tree">The region's boundary.</param>
    /// <param name="leg">The leg.</param>
    /// <param name="side">Where both fixes are.</param>
    /// <param name="slots">Room for the search; its contents are lost.</param>
    /// <param name="witness">Between outside fixes, a place that the leg may have touched.</param>
    public static LegClass Look(PieceTree tree, in Leg leg, FixClass side, List<int> slots, out LegWitness? witness)
    {
        witness = null;
        var limit = ChordBracket.GreatestChordSum(leg.AllowedMetres);
        if (side == FixClass.Inside)
            return tree.LeastDetour(leg.FromPoint, leg.ToPoint, limit, any: true).Slot < 0 ? LegClass.Clear : LegClass.MayTouch;
        witness = LegWitness.Within(tree, leg, slots);
        if (witness is null)
            return LegClass.Clear;
        return leg.AllowedMetres < MostMetresToForce && IsForced(tree, leg, limit, slots) ? LegClass.Forced : LegClass.MayTouch;
    }

    private static bool IsForced(PieceTree tree, in Leg leg, double limit, List<int> slots)
    {
        // What forces a passage is crossed by the straight path, so what lies on that is looked at first.
        var straight = Geodesic.DistanceMetres(leg.From, leg.To);
        tree.CollectDetours(leg.FromPoint, leg.ToPoint, ChordBracket.GreatestChordSum(straight * (1 + 1e-6) + 1), slots);
        if (!ForcedPassage.IsCrossed(tree, slots, leg.FromPoint, leg.ToPoint))
            return false;
        tree.CollectDetours(leg.FromPoint, leg.ToPoint, limit, slots);
        return ForcedPassage.Separates(tree, slots, leg.FromPoint, leg.ToPoint);
    }
}
