using Overflight.Airspace;

namespace Overflight.Cli.Running;

/// <summary>Finds and opens the boundary pack.</summary>
internal static class BoundaryFile
{
    public const string Name = "overflight-boundaries.pack";

    public static AirspaceIndex Open()
    {
        var path = Environment.GetEnvironmentVariable("OVERFLIGHT_BOUNDARIES") is { Length: > 0 } given
            ? given
            : Path.Combine(AppContext.BaseDirectory, Name);
        if (!File.Exists(path))
            throw new UserError($"the boundary data is missing: {path}; run ./overflight again to build it, or set OVERFLIGHT_BOUNDARIES to a pack", ExitCode.InputUnreadable);
        return AirspaceIndex.Open(path);
    }
}
