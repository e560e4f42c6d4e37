namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>One field of a directory.</summary>
/// <param name="Tag">Which.</param>
/// <param name="Type">The type of its values, as TIFF numbers them.</param>
/// <param name="Count">How many values.</param>
/// <param name="Offset">Where in the file they begin.</param>
internal readonly record struct TiffEntry(TiffTag Tag, ushort Type, ulong Count, long Offset)
{
    /// <summary>Bytes of a value; 0 for types that TIFF does not have.</summary>
    public int ValueBytes => Type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 or 16 or 17 or 18 => 8, _ => 0 };

    /// <summary>The tag for messages, such as <c>Compression (tag 259)</c>.</summary>
    public string Name => $"{Tag} (tag {(ushort)Tag})";
}
