namespace Overflight.Cli.Verbs;

/// <summary>What is asked of flights' reach.</summary>
/// <param name="RangeMetres">A stated slant range besides the horizon; null for none.</param>
/// <param name="TerrainFolder">A folder or file of terrain; null for a smooth earth.</param>
internal sealed record ReachRequest(double? RangeMetres, string? TerrainFolder)
{
    /// <summary>The same on the command line, for how to make a result again.</summary>
    public IReadOnlyList<string> Words =>
    [
        "--reach",
        .. RangeMetres is { } range ? (string[])["--sensor-range", (range / 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)] : [],
        .. TerrainFolder is { } folder ? (string[])["--terrain", folder] : [],
    ];
}
