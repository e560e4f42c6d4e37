using Overflight.Airspace;

namespace Overflight.Cli.Running;

/// <summary>Finds and opens the boundary pack.</summary>
internal static class BoundaryFile
{
    public const string Name = "overflight-boundaries.pack";

    private static string FullName => Environment.GetEnvironmentVariable("OVERFLIGHT_BOUNDARIES") is { Length: > 0 } given
        ? given
        : Path.Combine(AppContext.BaseDirectory, Name);

    public static AirspaceIndex Open() => OpenIfThere()
        ?? throw new UserError($"the boundary data is missing: {FullName}; run ./overflight again to build it, or set OVERFLIGHT_BOUNDARIES to a pack", ExitCode.InputUnreadable);

    /// <summary>The same for work that can do without.</summary>
    public static AirspaceIndex? OpenIfThere() => File.Exists(FullName) ? AirspaceIndex.Open(FullName) : null;
}
