namespace Overflight.Misb.Sight;

/// <summary>Pixels of a picture.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
public readonly record struct PictureSize(int Width, int Height);
