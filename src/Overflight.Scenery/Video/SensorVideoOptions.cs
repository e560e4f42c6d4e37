namespace Overflight.Scenery.Video;

/// <summary>How a sensor's video is made and what its metadata say that the simulation does not know.</summary>
public sealed record SensorVideoOptions
{
    /// <summary>Pixels across, a multiple of 16. Default 1280.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>Pixels down, a multiple of 4. Default 720.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Pictures a second, 1 to 60. Default 30.</summary>
    public int FramesPerSecond { get; init; } = 30;

    /// <summary>The most bits a second of video. Default 6 million.</summary>
    public int BitsPerSecond { get; init; } = 6_000_000;

    /// <summary>x264's preset: how much time is given to compression. Default <c>superfast</c>, see docs/scenery.md.</summary>
    public string Preset { get; init; } = "superfast";

    /// <summary>The FFmpeg program. Default <c>ffmpeg</c>, sought where programs are.</summary>
    public string FfmpegPath { get; init; } = "ffmpeg";

    /// <summary>Whether pictures are dropped, and counted, when the machine is too slow for real time; metadata never are. If not, the simulation waits. Default no.</summary>
    public bool DropsFrames { get; init; }

    /// <summary>Whether crosshair and numbers are burnt in. The marking SIMULATED always is. Default yes.</summary>
    public bool ShowsNumbers { get; init; } = true;

    /// <summary>Tag 3 of ST 0601.</summary>
    public string MissionId { get; init; } = "EXERCISE";

    /// <summary>Tag 10 of ST 0601.</summary>
    public string PlatformDesignation { get; init; } = "SIMULATED UAS";

    /// <summary>Tag 4 of ST 0601; left out if empty.</summary>
    public string TailNumber { get; init; } = "";

    /// <summary>Tag 59 of ST 0601; left out if empty.</summary>
    public string CallSign { get; init; } = "";

    /// <summary>The State that classifies: three letters (GENC). Default USA.</summary>
    public string ClassifyingCountry { get; init; } = "USA";

    /// <summary>The States that the pictures are of: three letters each. Default MEX.</summary>
    public IReadOnlyList<string> ObjectCountries { get; init; } = ["MEX"];

    /// <summary>The UUID of the simulated sensor (ST 1204).</summary>
    public Guid SensorId { get; init; } = new("6f766572-666c-4967-8874-73696d736e73");

    /// <summary>The UUID of the simulated platform (ST 1204).</summary>
    public Guid PlatformId { get; init; } = new("6f766572-666c-4967-8874-73696d706c66");
}
