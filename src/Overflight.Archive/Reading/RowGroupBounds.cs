namespace Overflight.Archive.Reading;

/// <summary>What a row group's statistics say of it.</summary>
/// <param name="Rows">Fixes in it.</param>
/// <param name="Box">The box of its positions.</param>
/// <param name="FirstTime">Its first time, microseconds, rounded down to a millisecond.</param>
/// <param name="LastTime">Its last time, microseconds, rounded up to a millisecond.</param>
internal readonly record struct RowGroupBounds(int Rows, UnitBox Box, long FirstTime, long LastTime);
