namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Where an access unit lies, and where it stands in the order of presentation.</summary>
/// <param name="Offset">Its first byte.</param>
/// <param name="Sequence">The number of its coded video sequence or group of pictures; orders count within it.</param>
/// <param name="Order">Its picture order count or temporal reference, without wraps.</param>
/// <param name="IsRandomAccess">Whether decoding can begin with it.</param>
internal readonly record struct AccessUnit(long Offset, int Sequence, long Order, bool IsRandomAccess);
