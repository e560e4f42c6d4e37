namespace Overflight.Record.Leaves;

/// <summary>Fills bytes at random. Salts and decoys hide values only where nobody can guess them: outside tests it is the system's generator.</summary>
public delegate void RandomSource(Span<byte> destination);
