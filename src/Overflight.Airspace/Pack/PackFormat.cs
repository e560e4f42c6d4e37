namespace Overflight.Airspace.Pack;

/// <summary>
/// The layout of a boundary pack. All numbers little-endian; sections start at multiples of 64 bytes.
/// <code>
/// file     magic "OVFBND1\n" | u32 metadata length | u32 set count | set table: (u64 offset, u64 length) each | metadata (UTF-8 JSON)
/// set      9 section entries (u64 offset from the set's start, u64 item count), in this order:
/// 0 vertices     (i32 longitude, i32 latitude) in 1e-7 degrees; edge i joins vertices i and i+1
/// 1 edges        u16 attribute of edge i; 0: no edge, a chain ends at vertex i
/// 2 attributes   EdgeAttributes (8 bytes)
/// 3 claim sets   u32 offsets into section 4, one more than there are sets; set 0 is empty
/// 4 claim items  u16 claim, ascending within a set
/// 5 coarse       360 x 180 u32, one a 1-degree cell from 180 W 90 S: high bit set: the claim set of all of it;
///                else (first fine cell &lt;&lt; 3) | log2 of the fine cells along a side
/// 6 fine         u32: high bit set: the claim set of all of it; else an index into section 7
/// 7 records      u32 words: group count g; 2^g claim sets, two a word; then each group: run count, runs (first edge &lt;&lt; 8 | edge count)
/// 8 claim runs   per claim: u32 offset pairs are in section 9
/// 9 claim index  u32 offsets into section 8 (words first edge, edge count), one more than there are claims
/// </code>
/// Files that change together: PackFormat, BoundarySet, BoundarySetWriter, GridBuilder, BoundaryPack, BoundaryPackWriter.
/// </summary>
internal static class PackFormat
{
    public static ReadOnlySpan<byte> Magic => "OVFBND1\n"u8;

    public const int Alignment = 64;
    public const int SectionCount = 10;
    public const double UnitsPerDegree = 1e7;
    public const double UnitsPerHalfTurn = 180 * UnitsPerDegree;
    public const int UnitsPerCoarseCell = 10_000_000;
    public const int CoarseColumns = 360;
    public const int CoarseRows = 180;
    // Grid lines lie between the vertices' lattice, by parts that no line between lattice points with a simple slope shares,
    // so that no vertex lies on a grid line and no edge runs through a grid corner.
    public const double WestUnits = -1_800_000_000.5;
    public const double SouthUnits = -900_000_000.381966;
    public const uint Uniform = 0x8000_0000;
    public const int MostGroups = 10;
    public const int MostEdgesInRun = 255;
    public const int MostVertices = 1 << 24;
}
