namespace Overflight.Airspace.Nearest;

/// <summary>What a query of <see cref="PieceTree"/> found.</summary>
/// <param name="Slot">The piece's slot, −1 where nothing was found.</param>
/// <param name="AlongMetres">How far along the piece.</param>
/// <param name="ChordMetres">The chord, or the sum of chords.</param>
internal readonly record struct NearestPiece(int Slot, double AlongMetres, double ChordMetres);
