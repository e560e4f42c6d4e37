using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>What holds for all footprints of a file.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Command">The command line that makes them again.</param>
/// <param name="Input">The file.</param>
/// <param name="Reading">How its items were understood.</param>
/// <param name="Fit">How well that agrees with what the file itself states; null where the reading was given.</param>
/// <param name="Terrain">The terrain that was used; null where the ground was taken level.</param>
public sealed record FootprintHeader(string Version, string Command, string Input, PoseReading Reading, ReadingFit? Fit, string? Terrain);
