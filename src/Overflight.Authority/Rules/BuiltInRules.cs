namespace Overflight.Authority.Rules;

/// <summary>The rules that come with Overflight, in the order of docs/rules.md.</summary>
public static class BuiltInRules
{
    /// <summary>The version of the set: part of every decision, and changed with any rule.</summary>
    public const string Version = "1";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SortieRule> All { get; } =
    [
        new RegimeRecorded(),
        new InstrumentWritten(),
        new InstrumentBeforeFirstAct(),
        new InstrumentInForce(),
        new PartiesListed(),
        new PartiesInteroperability(),
        new PurposePrimary(),
        new ScopeArea(),
        new ScopeAltitude(),
        new ScopeTime(),
        new ScopeSensors(),
        new PayloadUnarmed(),
        new ConsentInForce(),
        new ConsentConditionsHold(),
        new ConsentLeadTime(),
        new ZonesKnown(),
        new DiversionsKnown(),
        new DiversionTold(),
        new NoticeNew(),
        new ChangeSignificant(),
        new NoticeRecipients(),
        new NoticeLimited(),
        new NoticeFailures(),
        new DesignationAsOf(),
        new DesignationNotAlone(),
        new ControlChain(),
        new FlightFacts(),
        new SensorIntervals(),
        new DataRetention(),
        new FootageClass(),
        new AccessRecorded(),
        new SummaryPublic(),
    ];
}
