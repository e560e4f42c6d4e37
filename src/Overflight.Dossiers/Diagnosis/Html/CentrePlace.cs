using Overflight.Geodesy;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>A packet's frame centre: where it says that it is, and where the camera looks by two readings.</summary>
/// <param name="Packet">The packet.</param>
/// <param name="Stated">Null where it states none.</param>
/// <param name="ByStandard">Null where it does not tell of a camera.</param>
/// <param name="ByChosen">Null where it does not tell of a camera.</param>
internal sealed record CentrePlace(PacketPoint Packet, GeoPoint? Stated, ComputedCentre? ByStandard, ComputedCentre? ByChosen)
{
    public GeoPoint? Sensor => Packet.Pose is { Sensor.IsValid: true } pose ? pose.Sensor : null;

    /// <summary>From the stated to a computed centre; infinite where the line passes over the earth, NaN where either is missing.</summary>
    public double Metres(ComputedCentre? computed) => Stated is not { } stated || computed is null ? double.NaN
        : computed.Place is { } place ? Geodesic.DistanceMetres(stated, place) : double.PositiveInfinity;

    /// <summary>Those of all packets, in the order of the file.</summary>
    public static IReadOnlyList<CentrePlace> Of(StreamDiagnosis diagnosis)
    {
        var chosen = diagnosis.Fit.Reading;
        var places = new List<CentrePlace>();
        foreach (var packet in diagnosis.Series.Packets)
            if (packet.Pose is { } pose)
                places.Add(new CentrePlace(packet, pose.Centre.IsValid ? pose.Centre : null, Compute(pose, PoseReading.Standard), Compute(pose, chosen)));
        return places;
    }

    private static ComputedCentre? Compute(StatedPose pose, PoseReading reading) => CameraReader.Read(pose, reading) is { } camera
        ? new ComputedCentre(CentreFinder.Find(pose, camera, reading) is { Place.IsValid: true } met ? met.Place : null) : null;
}
