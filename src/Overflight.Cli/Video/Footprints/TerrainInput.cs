using Overflight.Cli.Running;
using Overflight.Geodesy.Terrain;
using Overflight.Misb.Sight;

namespace Overflight.Cli.Video.Footprints;

/// <summary>Terrain that the user gave.</summary>
internal sealed class TerrainInput
{
    private readonly TerrainFolder _folder;

    private TerrainInput(TerrainFolder folder) => (_folder, Ground) = (folder, new TerrainGround(folder));

    /// <summary>The ground that lines of sight meet.</summary>
    public IGround Ground { get; }

    /// <summary>Tiles that could not be read.</summary>
    public IReadOnlyList<string> Problems => _folder.Problems;

    public static TerrainInput Open(string path)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
            throw new UserError($"{path}: no such folder or file of terrain", ExitCode.InputUnreadable);
        var folder = new TerrainFolder(path);
        if (folder.Count == 0)
            throw new UserError($"{path}: holds no terrain that can be read (.hgt, .dt0 to .dt2, .tif){(folder.Problems.Count > 0 ? ": " + folder.Problems[0] : "")}", ExitCode.InputUnreadable);
        return new TerrainInput(folder);
    }
}
