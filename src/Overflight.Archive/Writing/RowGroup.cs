using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>The rows of a row group to be, in the order in which they will stand, and what they span.</summary>
internal sealed record RowGroup(int[] Rows, RowGroupBounds Bounds);
