namespace Overflight.Misb.Pictures;

/// <summary>Takes a coded picture.</summary>
/// <param name="index">Its place in <see cref="PictureSource.Pictures"/>.</param>
/// <param name="bytes">Its access unit with start codes, good during the call only.</param>
public delegate void PictureHandler(int index, ReadOnlySpan<byte> bytes);
