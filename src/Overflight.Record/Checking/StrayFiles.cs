using Overflight.Record.Merkle;
using Overflight.Record.Storage;
using Overflight.Record.Tiles;

namespace Overflight.Record.Checking;

/// <summary>Files below <c>tile/</c> that the tree does not have: names that are none, partial tiles that do not agree, tiles beyond the end.</summary>
internal static class StrayFiles
{
    public static void Find(LogFolder folder, long size, FaultList faults, List<string> remarks)
    {
        var tiles = Path.Combine(folder.Root, "tile");
        if (!Directory.Exists(tiles))
            return;
        var reader = new TileReader(folder.Root, size);
        var beyond = 0;
        foreach (var file in Directory.EnumerateFiles(tiles, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder.Root, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!TilePath.TryParse(path, out var level, out var index, out var width))
                faults.Add(path, null, "is no name of a tile or an entry bundle");
            else if (width > reader.WidthOf(Math.Max(level, 0), index))
                beyond++;
            else if (width < TilePath.Width)
                ComparePartial(reader, file, path, level, index, width, faults);
        }
        // Made of entries that the journal still holds, when the program ended: the next start makes them again.
        if (beyond > 0)
            remarks.Add($"tile/: {beyond} files are of entries beyond the {size} of the tree; they are made anew when these are published");
    }

    private static void ComparePartial(TileReader reader, string file, string path, int level, long index, int width, FaultList faults)
    {
        try
        {
            var partial = File.ReadAllBytes(file);
            var wider = level == TilePath.Entries ? reader.Bundle(index) : reader.Tile(level, index);
            if (level != TilePath.Entries && partial.Length != width * MerkleHash.Size)
                faults.Add(path, null, $"has {partial.Length} bytes, and {width} hashes have {width * MerkleHash.Size}");
            else if (!wider.AsSpan().StartsWith(partial))
                faults.Add(path, null, $"differs at byte {partial.AsSpan().CommonPrefixLength(wider)} from the wider one that took its place");
            else if (level == TilePath.Entries && HashedBundle.Of(partial, width) is { Fault: { } fault })
                faults.Add(path, null, fault);
        }
        catch (RecordException)
        {
            // The wider one is missing or damaged itself, which is told already.
        }
    }
}
