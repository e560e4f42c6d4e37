using Overflight.Geodesy;
using Overflight.Misb.Sight;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Stated corners that are not where the camera's are.</summary>
internal sealed class CornerCheck(ReadingCheck reading) : StreamCheck
{
    private const int Most = 2_000;
    private const int Fewest = 3;

    // Of the picture's diagonal on the ground, besides what the frame centre is off.
    private const double Bad = 0.25;
    private const double Better = 0.3;

    // Corners as a packet may hold them: turned by so many places, clockwise or not.
    private static readonly (int Turn, bool IsMirrored)[] s_orders = [(0, false), (1, false), (2, false), (3, false), (0, true), (1, true), (2, true), (3, true)];

    private readonly Thinned<(long Offset, int? Pid, StatedPose Pose)> _poses = new(Most);

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Pose is { Corners.Count: 4 } pose)
            _poses.Add(() => (packet.Offset, packet.Pid, pose));
    }

    public override IEnumerable<Finding> Findings()
    {
        var parts = s_orders.Select(_ => new List<double>()).ToArray();
        var metres = new List<double>();
        foreach (var (_, _, pose) in _poses.Kept)
        {
            var footprint = FootprintFinder.Find(pose, reading.Fit.Reading);
            if (footprint.Kind != FootprintKind.Whole || footprint.Centre is not { } centre)
                continue;
            // Both as seen from their own centres, so that a frame centre that is off does not count.
            var computed = About(footprint.Corners.Select(c => c.Place), centre.Place);
            var stated = About(pose.Corners, pose.Centre.IsValid ? pose.Centre : centre.Place);
            var size = Math.Max(Length(computed[0], computed[2]), Length(computed[1], computed[3]));
            for (var order = 0; order < s_orders.Length; order++)
                parts[order].Add(Enumerable.Range(0, 4).Average(i => Length(computed[i], stated[Place(order, i)])) / size);
            metres.Add(parts[0][^1] * size);
        }
        if (metres.Count < Fewest)
            yield break;
        var medians = parts.Select(Median.Of).ToArray();
        var best = Array.IndexOf(medians, medians.Min());
        if (medians[0] < Bad)
            yield break;
        var off = Median.Of(metres);
        var isOrder = best != 0 && medians[best] < Better * medians[0];
        yield return new Finding(isOrder ? "corner-order" : "corners-disagree", isOrder ? FindingGrade.Error : FindingGrade.Warning,
            isOrder ? "The corners stand in another order than upper left, upper right, lower right, lower left" : "The stated corners are not where field of view and pose put them",
            Sentence.Of($"stated and computed corners are {Sentence.Metres(off)} apart in the middle case, {100 * medians[0]:0} % of the picture's diagonal on the ground")
            + (isOrder ? Sentence.Of($"; {(s_orders[best].IsMirrored ? "mirrored and " : "")}turned by {s_orders[best].Turn} places they are {100 * medians[best]:0} % apart") : ""))
        {
            Count = metres.Count,
            Of = _poses.Kept.Count,
            FirstOffset = _poses.Kept[0].Offset,
            Pid = _poses.Kept[0].Pid,
            Tag = 26,
            Effect = $"footprints drawn from the stated corners are off by {Sentence.Metres(off)}",
            EffectSize = off,
            EffectUnit = "m",
            CorrectedReading = isOrder ? "put the corners in order" : "compute the corners from field of view and pose",
        };
    }

    private static int Place(int order, int corner)
    {
        var (turn, isMirrored) = s_orders[order];
        return ((isMirrored ? 3 - corner : corner) + turn) % 4;
    }

    private static (double East, double North)[] About(IEnumerable<GeoPoint> places, GeoPoint middle)
    {
        var frame = new EnuFrame(middle, 0);
        return [.. places.Select(p => frame.ToEnu(p, 0)).Select(p => (p.East, p.North))];
    }

    private static double Length((double East, double North) a, (double East, double North) b) => Math.Sqrt((a.East - b.East) * (a.East - b.East) + (a.North - b.North) * (a.North - b.North));
}
