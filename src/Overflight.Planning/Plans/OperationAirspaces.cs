using Overflight.Airspace;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Planning.Permitted;
using Overflight.Planning.Tasks;
using Overflight.Tracks;

namespace Overflight.Planning.Plans;

/// <summary>Where the papers let an aircraft fly for an operation, and how long. What a consent asks beyond that, such as hours, is left to the rules.</summary>
internal sealed class OperationAirspaces(Tasking tasking, DocumentSet documents, AirspaceIndex index, UtcInstant now, bool standOffOnly)
{
    private readonly Dictionary<(string Operation, string Consents), PermittedAirspace> _known = [];
    private readonly Consent[] _consents = standOffOnly ? [] : [.. documents.At<Consent>(now)];

    /// <summary>Outside of other States first, then with their consent.</summary>
    public IReadOnlyList<PermittedAirspace> For(int aircraft, string operation)
    {
        var task = tasking.Operations.First(o => o.Id == operation);
        Consent[] usable = [.. _consents.Where(c => Suits(c, tasking.Aircraft[aircraft], task))];
        return usable.Length == 0 ? [Known(task, [])] : [Known(task, []), Known(task, usable)];
    }

    /// <summary>As lawmakers were told, with the tolerance of the profile.</summary>
    public int? LongestSortieMinutes(string operation)
    {
        var programme = ProgrammeOf(tasking.Operations.First(o => o.Id == operation));
        return (int)(programme.Extent.LongestSortieHours * (1 + BuiltInProfiles.Find(programme.Profile, documents, now).DurationTolerance) * 60);
    }

    private bool Suits(Consent consent, TaskAircraft aircraft, TaskOperation operation)
    {
        var (conditions, altitude, tolerance) = (consent.Conditions, aircraft.AltitudeMetres, tasking.AltitudeToleranceMetres);
        return (conditions.Registrations.Count == 0 || conditions.Registrations.Contains(aircraft.Registration))
            && (conditions.PurposeCodes.Count == 0 || conditions.PurposeCodes.Contains(operation.PurposeCode))
            && (conditions.Altitude is null || conditions.Altitude.Holds(new(altitude - tolerance, altitude + tolerance)));
    }

    private PermittedAirspace Known(TaskOperation operation, Consent[] consents)
    {
        var key = (operation.Id, string.Join(' ', consents.Select(c => c.Citation)));
        if (!_known.TryGetValue(key, out var airspace))
        {
            var instrument = documents.At<Instrument>(operation.Instrument, now) ?? throw new InvalidDataException($"operations.{operation.Id}.instrument: there is no instrument \"{operation.Instrument}\" on record");
            _known[key] = airspace = PermittedAirspace.Of(instrument, ProgrammeOf(operation).OperatingState, consents, tasking.Period, tasking.Avoid, index);
        }
        return airspace;
    }

    private Programme ProgrammeOf(TaskOperation operation)
    {
        var paper = documents.At<Operation>(operation.Id, now) ?? throw new InvalidDataException($"operations.{operation.Id}: there is no operation \"{operation.Id}\" on record");
        return documents.At<Programme>(paper.Programme, now) ?? throw new InvalidDataException($"operations.{operation.Id}: there is no programme \"{paper.Programme}\" on record");
    }
}
