using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>Takes a KLV access unit that lies beside a video.</summary>
/// <param name="unit">The unit, good during the call only.</param>
public delegate void KlvHandler(in KlvAccessUnit unit);
