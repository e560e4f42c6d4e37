using Overflight.Geodesy;
using Overflight.Misb.Sets;

namespace Overflight.Misb.Sight;

/// <summary>
/// Puts the targets of ST 0903 on the ground. Streams state the size of the picture in few of their sets, so the one stated last
/// holds on: use one finder a stream. Not thread-safe.
/// </summary>
public sealed class TargetFinder
{
    private const ulong VmtiTag = 74;

    /// <summary>The size of the picture that was stated last, or set; null before the first.</summary>
    public PictureSize? Size { get; set; }

    /// <summary>The targets within a decoded packet of ST 0601.</summary>
    /// <param name="items">Its items as trees, with the VMTI set among them.</param>
    /// <param name="pose">What the packet says.</param>
    /// <param name="reading">How it is to be understood.</param>
    /// <param name="terrain">The ground; null to take level ground of the height that the target, else the packet states.</param>
    public IReadOnlyList<TargetPlace> Find(IReadOnlyList<KlvNode> items, StatedPose pose, PoseReading reading, IGround? terrain = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(reading);
        var targets = new List<TargetPlace>();
        foreach (var vmti in items.Where(i => i.Tag == VmtiTag))
        {
            if (vmti[8] is { Number: > 0 and < 1e6 } width && vmti[9] is { Number: > 0 and < 1e6 } height)
                Size = new PictureSize((int)width.Number, (int)height.Number);
            var camera = CameraReader.Read(pose, reading);
            foreach (var target in vmti[101]?.Children ?? [])
                if (target[2] is { } set)
                    targets.Add(Place((ulong)(target[1]?.IntegerBits ?? 0), set, pose, camera, reading, terrain));
        }
        return targets;
    }

    private TargetPlace Place(ulong id, KlvNode target, StatedPose pose, CameraView? camera, PoseReading reading, IGround? terrain)
    {
        var (row, column) = Pixel(target);
        var (stated, height) = Stated(target, pose);
        GroundPoint? computed = null;
        if (camera is { HasPicture: true } view && Size is { } size && row >= 1 && row <= size.Height && column >= 1 && column <= size.Width)
            computed = (terrain ?? Level(pose, view, reading, stated, height)).Meet(view.Origin, view.RayOfPixel(row, column, size.Width, size.Height));
        return new TargetPlace(id, row, column, computed, stated, height);
    }

    private static LevelGround Level(StatedPose pose, CameraView camera, PoseReading reading, GeoPoint? stated, double height)
    {
        if (double.IsNaN(height))
            return new LevelGround(GroundLevel.Of(pose, camera, reading).HeightMetres);
        return new LevelGround(reading.TargetHeights == HeightReference.SeaLevel ? height + SeaLevel.At(stated ?? camera.Place) : height);
    }

    /// <summary>Row and column from 1: stated (tags 19 and 20), else out of the pixel's number, which counts along the rows (tag 1).</summary>
    private (double Row, double Column) Pixel(KlvNode target)
    {
        if (target[19] is { Kind: ValueKind.UnsignedInteger } row && target[20] is { Kind: ValueKind.UnsignedInteger } column)
            return (row.Number, column.Number);
        if (target[1] is not { Kind: ValueKind.UnsignedInteger, IntegerBits: > 0 } pixel || Size is not { } size)
            return (double.NaN, double.NaN);
        return ((pixel.IntegerBits - 1) / size.Width + 1, (pixel.IntegerBits - 1) % size.Width + 1);
    }

    private static (GeoPoint? Place, double HeightMetres) Stated(KlvNode target, StatedPose pose)
    {
        var height = Number(target[12]);
        if (target[17] is { } location && new GeoPoint(Number(location[1]), Number(location[2])) is { IsValid: true } whole)
            return (whole, double.IsNaN(Number(location[3])) ? height : Number(location[3]));
        var offset = new GeoPoint(pose.Centre.LatitudeDegrees + Number(target[10]), pose.Centre.LongitudeDegrees + Number(target[11])).Normalised();
        return (offset.IsValid ? offset : null, height);
    }

    private static double Number(KlvNode? node) => node is { Kind: ValueKind.Number or ValueKind.UnsignedInteger or ValueKind.SignedInteger } ? node.Number : double.NaN;
}
