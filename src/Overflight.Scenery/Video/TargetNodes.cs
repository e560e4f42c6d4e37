using Overflight.Misb.Sets;
using Overflight.Scenery.Ground;

namespace Overflight.Scenery.Video;

/// <summary>The VMTI set of ST 0903 with the vehicles and boats in a picture, at the places where the simulation has them.</summary>
internal static class TargetNodes
{
    /// <summary>No more targets than this are reported; those nearest to the middle come first.</summary>
    public const int Most = 24;

    private const int Version = 6;

    public static KlvNode? Of(SensorFrame frame, SensorVideoOptions options)
    {
        var view = frame.Sight.View;
        var targets = new List<(double Off, KlvNode Node)>();
        foreach (var scene in frame.Objects)
            if (view.InPicture(scene.Place, scene.HeightMetres) is { Right: > -1 and < 1, Down: > -1 and < 1 } at)
                targets.Add((at.Right * at.Right + at.Down * at.Down, Target(scene, at, options, frame.Platform.Time.Microseconds)));
        if (targets.Count == 0)
            return null;
        var reported = targets.OrderBy(t => t.Off).Take(Most).Select(t => t.Node).ToList();
        return KlvNode.Of(74,
            KlvNode.Of(3, "SIMULATION TRUTH"),
            KlvNode.Of(4, Version),
            KlvNode.Of(5, (long)targets.Count),
            KlvNode.Of(6, (long)reported.Count),
            KlvNode.Of(7, frame.Number & 0xFFFFFF),
            KlvNode.Of(8, (long)options.Width),
            KlvNode.Of(9, (long)options.Height),
            KlvNode.Of(10, frame.Sight.Camera.Name),
            KlvNode.Of(101, reported));
    }

    private static KlvNode Target(in SceneObject scene, (double Right, double Down) at, SensorVideoOptions options, long microseconds)
    {
        var (column, row) = (Pixel(at.Right, options.Width), Pixel(at.Down, options.Height));
        var place = scene.Place;
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(scene.CourseDegrees));
        return KlvNode.Of(1,
            KlvNode.Of(1, (long)scene.Id),
            KlvNode.Of(2,
                KlvNode.Of(1, (row - 1) * options.Width + column),
                KlvNode.Of(5, 100L),
                KlvNode.Of(17, KlvNode.Of(1, place.LatitudeDegrees), KlvNode.Of(2, place.LongitudeDegrees), KlvNode.Of(3, scene.HeightMetres)),
                KlvNode.Of(19, row),
                KlvNode.Of(20, column),
                KlvNode.Of(104,
                    KlvNode.Of(2, 1L),
                    KlvNode.Of(4, microseconds),
                    KlvNode.Of(6, "SIMULATION TRUTH"),
                    KlvNode.Of(10, KlvNode.Of(1, scene.SpeedMetresPerSecond * sin), KlvNode.Of(2, scene.SpeedMetresPerSecond * cos), KlvNode.Of(3, 0.0)))));
    }

    private static long Pixel(double place, int count) => Math.Clamp((long)Math.Floor((place + 1) * 0.5 * count) + 1, 1, count);
}
