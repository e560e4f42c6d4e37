using Overflight.Authority.Documents;

namespace Overflight.Operations.Scenarios;

/// <summary>ADS-B out.</summary>
/// <param name="EverySeconds">A position so often; transmitters send two a second.</param>
/// <param name="Nic">Navigation integrity category that it states.</param>
/// <param name="NacP">Navigation accuracy category.</param>
/// <param name="Sil">Source integrity level.</param>
/// <param name="NoiseMetres">How far its positions are off, root mean square.</param>
public sealed record ScenarioAdsb(double EverySeconds = 1, int Nic = 9, int NacP = 10, int Sil = 3, double NoiseMetres = 0)
{
    /// <summary>When nothing is heard of it.</summary>
    public IReadOnlyList<TimeWindow> Silences { get; init => field = value ?? []; } = [];
}
