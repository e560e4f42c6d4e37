using Overflight.Feeds.ModeS;

namespace Overflight.Dossiers.Evidence;

/// <summary>Finds the raw frames behind records of an input; empty where the input holds none, or cannot be read a second time.</summary>
/// <param name="input">The input.</param>
/// <param name="records">Numbers of records.</param>
public delegate IReadOnlyList<RawFrame> FrameSource(string input, IReadOnlyCollection<long> records);
