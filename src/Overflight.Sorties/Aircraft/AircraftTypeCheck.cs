namespace Overflight.Sorties.Aircraft;

/// <summary>Holds a type's figures to their ranges and to having a basis.</summary>
internal static class AircraftTypeCheck
{
    public static void Check(AircraftType type, string file, Func<string, bool>? isWeapon)
    {
        try
        {
            Text("id", type.Id);
            Text("name", type.Name);
            FieldCheck.That(type.Id.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-'), "id", "has other than lower-case letters, digits and -");
            var (mass, wing, limits) = (type.Masses, type.Aerodynamics, type.Limits);
            Figure("masses.emptyKilograms", mass.EmptyKilograms, 0.1, 1e5);
            Figure("masses.maximumTakeOffKilograms", mass.MaximumTakeOffKilograms, mass.EmptyKilograms.Value, 1e5);
            Figure("masses.fuelCapacityKilograms", mass.FuelCapacityKilograms, 0.01, 1e5);
            Figure("aerodynamics.spanMetres", wing.SpanMetres, 0.1, 100);
            Figure("aerodynamics.wingAreaSquareMetres", wing.WingAreaSquareMetres, 0.01, 1000);
            Figure("aerodynamics.zeroLiftDragCoefficient", wing.ZeroLiftDragCoefficient, 0.001, 0.5);
            Figure("aerodynamics.inducedDragFactor", wing.InducedDragFactor, 0.001, 0.5);
            Figure("aerodynamics.maximumLiftCoefficient", wing.MaximumLiftCoefficient, 0.5, 4);
            Figure("limits.maximumTrueAirspeedMetresPerSecond", limits.MaximumTrueAirspeedMetresPerSecond, 5, 400);
            Figure("limits.ceilingMetres", limits.CeilingMetres, 100, 25_000);
            Figure("limits.climbMetresPerSecond", limits.ClimbMetresPerSecond, 0.1, 100);
            Figure("limits.descentMetresPerSecond", limits.DescentMetresPerSecond, 0.1, 100);
            Figure("limits.bankDegrees", limits.BankDegrees, 5, 60);
            Figure("limits.rollDegreesPerSecond", limits.RollDegreesPerSecond, 0.5, 180);
            Figure("speeds.cruiseMetresPerSecond", type.Speeds.CruiseMetresPerSecond, 5, limits.MaximumTrueAirspeedMetresPerSecond.Value);
            Figure("speeds.loiterFactor", type.Speeds.LoiterFactor, 1, 2);
            Engine(type.Propulsion);
            double sensors = 0;
            for (var i = 0; i < type.Sensors.Count; i++)
            {
                Text($"sensors[{i}].name", type.Sensors[i].Name);
                FieldCheck.That(isWeapon?.Invoke(type.Sensors[i].Name) != true, $"sensors[{i}].name", $"\"{type.Sensors[i].Name}\" names a weapon");
                Figure($"sensors[{i}].massKilograms", type.Sensors[i].MassKilograms, 0, 1e4);
                sensors += type.Sensors[i].MassKilograms.Value;
            }
            FieldCheck.That(mass.EmptyKilograms.Value + sensors < mass.MaximumTakeOffKilograms.Value, "sensors", "leave no mass for fuel below the maximum at take-off");
            for (var i = 0; i < type.Published.Count; i++)
                Claim($"published[{i}]", type.Published[i], limits.CeilingMetres.Value);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{file}: {error.Message}", error);
        }
    }

    private static void Engine(Propulsion propulsion)
    {
        Figure("propulsion.electricLoadWatts", propulsion.ElectricLoadWatts, 0, 1e6);
        Figure("propulsion.flatRatedToDensityRatio", propulsion.FlatRatedToDensityRatio, 0.05, 1);
        Figure("propulsion.lapseExponent", propulsion.LapseExponent, 0, 3);
        Figure("propulsion.idleFuelFraction", propulsion.IdleFuelFraction, 0, 0.5);
        if (propulsion is PropellerPropulsion propeller)
        {
            Figure("propulsion.ratedPowerWatts", propeller.RatedPowerWatts, 10, 1e7);
            Figure("propulsion.propellerEfficiency", propeller.PropellerEfficiency, 0.1, 0.95);
            Figure("propulsion.fuelKilogramsPerKilowattHour", propeller.FuelKilogramsPerKilowattHour, 0.1, 3);
        }
        else if (propulsion is JetPropulsion jet)
        {
            Figure("propulsion.ratedThrustNewtons", jet.RatedThrustNewtons, 10, 1e6);
            Figure("propulsion.fuelKilogramsPerNewtonHour", jet.FuelKilogramsPerNewtonHour, 0.01, 1);
            Figure("propulsion.thrustEquivalentNewtonsPerWatt", jet.ThrustEquivalentNewtonsPerWatt, 0, 0.1);
        }
    }

    private static void Claim(string field, PublishedFigure claim, double ceiling)
    {
        FieldCheck.That(claim.Kind is "enduranceHours" or "rangeKilometres", $"{field}.kind", "is neither enduranceHours nor rangeKilometres");
        FieldCheck.Between($"{field}.low", claim.Low, 0.01, 1e5);
        FieldCheck.Between($"{field}.high", claim.High, claim.Low, 1e5);
        FieldCheck.Between($"{field}.altitudeMetres", claim.AltitudeMetres, 0, ceiling);
        FieldCheck.Between($"{field}.reserveFraction", claim.ReserveFraction, 0, 0.9);
        Text($"{field}.source", claim.Source);
    }

    private static void Figure(string field, Figure figure, double least, double greatest)
    {
        FieldCheck.Between(field, figure.Value, least, greatest);
        string?[] bases = [figure.Source, figure.CalibratedTo, figure.Generic];
        FieldCheck.That(bases.Count(b => b is not null) == 1, field, "needs exactly one of source, calibratedTo and generic");
        Text(field, bases.First(b => b is not null)!);
    }

    private static void Text(string field, string text) =>
        FieldCheck.That(!string.IsNullOrWhiteSpace(text) && text.Length <= 1000, field, "is empty or longer than 1,000 characters");
}
