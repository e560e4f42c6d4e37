namespace Overflight.Misb.Pictures;

/// <summary>A KLV packet and the picture that it is of.</summary>
/// <param name="Picture">The place of the picture in <see cref="PictureSource.Pictures"/>.</param>
/// <param name="Packet">The packet, key and all.</param>
public readonly record struct PlacedMetadata(int Picture, ReadOnlyMemory<byte> Packet);
