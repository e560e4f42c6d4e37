namespace Overflight.Record.Tiles;

/// <summary>The names of tiles and entry bundles (C2SP tlog-tiles, "Merkle Tree" and "Log entries"), with <c>/</c> between their parts.</summary>
public static class TilePath
{
    /// <summary>Hashes or entries in a whole tile or bundle.</summary>
    public const int Width = 256;

    /// <summary>The level that stands for entry bundles.</summary>
    public const int Entries = -1;

    /// <summary>The path of a tile, such as <c>tile/0/x001/x234/067.p/12</c>.</summary>
    /// <param name="level">0 to 63, or <see cref="Entries"/>.</param>
    /// <param name="index">Which tile in its level, from 0.</param>
    /// <param name="width">1 to 256; below 256 it is partial.</param>
    public static string Of(int level, long index, int width = Width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Width);
        var number = (index % 1000).ToString("D3");
        for (var rest = index / 1000; rest > 0; rest /= 1000)
            number = $"x{rest % 1000:D3}/{number}";
        return $"tile/{(level == Entries ? "entries" : level.ToString())}/{number}{(width == Width ? "" : $".p/{width}")}";
    }

    /// <summary>Reads a path; false unless it is one that <see cref="Of"/> writes.</summary>
    public static bool TryParse(string path, out int level, out long index, out int width)
    {
        (level, index, width) = (0, 0, Width);
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        if (parts.Length is < 3 or > 10 || parts[0] != "tile")
            return false;
        if (parts[1] == "entries")
            level = Entries;
        else if (!int.TryParse(parts[1], out level) || level is < 0 or > 63)
            return false;
        var end = parts.Length;
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[^1], out width) || width is < 1 or >= Width)
                return false;
            end--;
            parts[end - 1] = parts[end - 1][..^2];
        }
        for (var i = 2; i < end; i++)
        {
            var digits = i < end - 1 ? parts[i].TrimStart('x') : parts[i];
            if (digits.Length != 3 || !int.TryParse(digits, out var part) || part < 0)
                return false;
            index = index * 1000 + part;
        }
        return Of(level, index, width) == path;
    }
}
