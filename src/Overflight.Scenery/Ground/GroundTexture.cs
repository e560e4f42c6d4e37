using System.Runtime.CompilerServices;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Drawn ground kept in memory: for each level a square of 2048 spots that wraps round, so that ground 2048 spots apart shares a place and the later one is drawn
/// over the earlier. At most 16 MiB a level. Not safe for use by several threads at once.
/// </summary>
internal sealed class GroundTexture(GroundPainter painter)
{
    public const int Across = 2048;
    public const int Mask = Across - 1;
    private const int Squares = Across / GroundPainter.Side;

    private readonly Level?[] _levels = new Level?[GroundPainter.Levels];
    private readonly uint[] _square = new uint[GroundPainter.Side * GroundPainter.Side];

    /// <summary>Squares drawn so far.</summary>
    public long Drawn { get; private set; }

    /// <summary>The spots of a level, row by row; a spot (x, y) lies at (y and 2047) × 2048 + (x and 2047).</summary>
    public uint[] Texels(int level) => (_levels[level] ??= new Level()).Texels;

    /// <summary>Sees to it that the spots from one corner to another, both included, are drawn.</summary>
    public void Require(int level, int west, int south, int east, int north, long step)
    {
        var held = _levels[level] ??= new Level();
        for (var j = south >> 6; j <= north >> 6; j++)
            for (var i = west >> 6; i <= east >> 6; i++)
            {
                ref var tag = ref held.Tags[(j & Squares - 1) * Squares + (i & Squares - 1)];
                if (tag.X != i || tag.Y != j || tag.Step != step)
                {
                    Draw(held, level, i, j, step);
                    tag = new Tag(i, j, step);
                }
            }
    }

    /// <summary>Whether a block of spots holds sea: of the squares it touches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHoldSea(int level, int west, int south, int east, int north)
    {
        var held = _levels[level]!;
        for (var j = south >> 6; j <= north >> 6; j++)
            for (var i = west >> 6; i <= east >> 6; i++)
                if (held.HasSea[(j & Squares - 1) * Squares + (i & Squares - 1)])
                    return true;
        return false;
    }

    private void Draw(Level held, int level, int i, int j, long step)
    {
        painter.Paint(level, i, j, step, _square);
        var hasSea = false;
        var (column, row) = ((i & Squares - 1) << 6, (j & Squares - 1) << 6);
        for (var y = 0; y < GroundPainter.Side; y++)
        {
            var line = _square.AsSpan(y * GroundPainter.Side, GroundPainter.Side);
            line.CopyTo(held.Texels.AsSpan((row + y) * Across + column));
            foreach (var texel in line)
                hasSea |= Texel.IsSea(texel);
        }
        held.HasSea[(j & Squares - 1) * Squares + (i & Squares - 1)] = hasSea;
        Drawn++;
    }

    private readonly record struct Tag(int X, int Y, long Step);

    private sealed class Level
    {
        public readonly uint[] Texels = new uint[Across * Across];
        public readonly Tag[] Tags = Initial();
        public readonly bool[] HasSea = new bool[Squares * Squares];

        private static Tag[] Initial()
        {
            var tags = new Tag[Squares * Squares];
            Array.Fill(tags, new Tag(int.MinValue, int.MinValue, long.MinValue));
            return tags;
        }
    }
}
