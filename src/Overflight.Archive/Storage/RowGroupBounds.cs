namespace Overflight.Archive.Storage;

/// <summary>What a row group spans.</summary>
/// <param name="Rows">Fixes in it.</param>
/// <param name="FirstCell">Its first cell of the space curve.</param>
/// <param name="LastCell">Its last.</param>
/// <param name="Box">The box of its positions.</param>
/// <param name="FirstTime">Its first time, microseconds.</param>
/// <param name="LastTime">Its last time, microseconds.</param>
/// <param name="Empty">The columns with nothing in any row, as bits by place.</param>
internal readonly record struct RowGroupBounds(int Rows, uint FirstCell, uint LastCell, UnitBox Box, long FirstTime, long LastTime, uint Empty);
