namespace Overflight.Misb.Klv;

/// <summary>Where one item of a local set lies.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Offset">Where its tag begins, in bytes from the start of the set's value.</param>
/// <param name="ValueOffset">Where its value begins, from the same start.</param>
/// <param name="Length">The bytes of its value.</param>
public readonly record struct LocalItem(ulong Tag, int Offset, int ValueOffset, int Length);
