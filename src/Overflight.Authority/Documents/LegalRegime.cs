namespace Overflight.Authority.Documents;

/// <summary>Laws that a flight can claim to be under.</summary>
public enum LegalRegime
{
    /// <summary>An intelligence activity (50 U.S.C. 3091, 3092).</summary>
    IntelligenceActivity,

    /// <summary>Covert action (50 U.S.C. 3093).</summary>
    CovertAction,

    /// <summary>Defence.</summary>
    Defence,

    /// <summary>Law enforcement.</summary>
    LawEnforcement,

    /// <summary>At the request of the State concerned.</summary>
    PartnerRequest,

    /// <summary>Civil: protection of the coast, of forests, research.</summary>
    Civil,
}
