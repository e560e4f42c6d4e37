namespace Overflight.Patterns.Silence;

/// <summary>What was heard of all aircraft in one piece of air and time.</summary>
internal struct CoverageCell
{
    /// <summary>Seconds flown between fixes that followed one another without a silence.</summary>
    public float HeardSeconds;

    /// <summary>Seconds flown, by the straight line, in silences.</summary>
    public float SilentSeconds;

    private int _first, _second, _third, _fourth;

    /// <summary>How many different aircraft, four standing for more.</summary>
    public readonly int Aircraft => (_first != 0 ? 1 : 0) + (_second != 0 ? 1 : 0) + (_third != 0 ? 1 : 0) + (_fourth != 0 ? 1 : 0);

    /// <summary>The same without one of them.</summary>
    public readonly int AircraftBut(int aircraft) => Aircraft - (_first == aircraft || _second == aircraft || _third == aircraft || _fourth == aircraft ? 1 : 0);

    public void Note(int aircraft)
    {
        if (_first == aircraft || _second == aircraft || _third == aircraft || _fourth == aircraft)
            return;
        if (_first == 0)
            _first = aircraft;
        else if (_second == 0)
            _second = aircraft;
        else if (_third == 0)
            _third = aircraft;
        else if (_fourth == 0)
            _fourth = aircraft;
    }
}
