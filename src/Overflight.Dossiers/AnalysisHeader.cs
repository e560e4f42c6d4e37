using Overflight.Airspace;

namespace Overflight.Dossiers;

/// <summary>What holds for a whole analysis.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Command">The command line that makes this analysis again.</param>
/// <param name="Boundaries">The boundary sets used, the base first.</param>
public sealed record AnalysisHeader(string Version, string Command, IReadOnlyList<BoundarySource> Boundaries);
