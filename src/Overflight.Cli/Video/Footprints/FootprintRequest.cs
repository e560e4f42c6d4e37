namespace Overflight.Cli.Video.Footprints;

/// <summary>What the user asked for.</summary>
/// <param name="Path">The file; - for standard input.</param>
/// <param name="Format">One of <see cref="FootprintFormats.Names"/>.</param>
/// <param name="Output">Where to; null for standard output.</param>
/// <param name="Reading">auto, standard, platform, earth or grid.</param>
/// <param name="Terrain">Folder or file of terrain; null for level ground.</param>
/// <param name="SwathSeconds">Cut the swath after so many seconds; null for one.</param>
/// <param name="EverySeconds">At most a frame in so many seconds; null for all.</param>
/// <param name="Command">The command line.</param>
internal sealed record FootprintRequest(
    string Path, string Format, string? Output, string Reading, string? Terrain, double? SwathSeconds, double? EverySeconds, string Command);
