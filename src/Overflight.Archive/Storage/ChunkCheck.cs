namespace Overflight.Archive.Storage;

/// <summary>Where a column chunk lies in its file, and the CRC-32C of its bytes, page headers included (Parquet's own checksums leave these out).</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Crc">CRC-32C.</param>
internal readonly record struct ChunkCheck(long Offset, int Bytes, uint Crc);
