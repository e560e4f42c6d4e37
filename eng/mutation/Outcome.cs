namespace Overflight.Mutation;

/// <summary>What became of a mutant.</summary>
internal enum Outcome
{
    /// <summary>A test fails on it.</summary>
    Killed,

    /// <summary>The tests do not end on it.</summary>
    TimedOut,

    /// <summary>No test sees it.</summary>
    Survived,

    /// <summary>No test sees it, and why none can or need is written down.</summary>
    Explained,

    /// <summary>It does not compile, and is no mutant.</summary>
    NotCompiled,

    /// <summary>The compiler makes the same of it as of the library, and it is no mutant.</summary>
    Same,
}
