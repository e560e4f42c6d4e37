using Overflight.Cli.Running;
using Overflight.Dossiers.Footprints;
using Overflight.Misb.Sight;
using Overflight.Patterns.Watched;

namespace Overflight.Cli.Video.Footprints;

/// <summary>Where the sensor of a recording looked, by the reading that fits the recording.</summary>
internal static class VideoLooks
{
    // What a picture to the horizon is pointed at cannot be said as a place.
    private const double MostSquareMetres = 1e9;

    public static SensorLooks Read(string path)
    {
        using var input = new SeekableInput(path);
        using var progress = new ProgressLine();
        var reading = FootprintRun.Fit(input.Path, path, progress).Reading;
        var looks = new List<SensorLook>();
        new KlvFile(new PoseSource(found =>
        {
            if (PacketTime.Of(found.Pose.TimeMicroseconds) is not { } time
                || FootprintFinder.Find(found.Pose, reading) is not { Kind: FootprintKind.Whole, Centre: { } centre } footprint
                || footprint.AreaSquareMetres is not (var area and < MostSquareMetres))
                return;
            looks.Add(new SensorLook(time, found.Pose.Sensor, centre.Place, Math.Sqrt(area / Math.PI)));
            progress.Tell(() => $"{looks.Count} looks");
        })).Read(input.Path, path);
        if (looks.Count == 0)
            throw new UserError($"{path}: no picture of it lies on the ground at a time; overflight video footprints says more", ExitCode.InputUnreadable);
        return new SensorLooks(looks);
    }
}
